using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Shell.Undo;

/// <summary>
/// The inverse of one kind of change. A module registers it: <c>services.AddSingleton&lt;IUndo, RestoreUnits&gt;()</c>. It asks for the
/// permission the change itself asked for, and refuses, changing nothing, where anyone has changed the same thing since.
/// </summary>
public interface IUndo
{
    /// <summary>The <see cref="UndoOffer.Kind"/> it takes back.</summary>
    string Kind { get; }

    /// <summary>Puts back what was there; answers the change to be journaled. It does not save.</summary>
    Task<Outcome<Change>> RestoreAsync(YipanqiDb db, Actor actor, string state, DateTime nowUtc, CancellationToken cancellation);
}
