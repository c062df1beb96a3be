using System.Text.Json;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>The same as <see cref="RevertUnitEvent"/>, at once and by the one who made the change.</summary>
public sealed class UndoUnitEvent(IEnumerable<IUnitMatters> matters) : IUndo
{
    public const string KindName = "unit-event";

    public string Kind => KindName;

    public Task<Outcome<Change>> RestoreAsync(YipanqiDb db, Actor actor, string state, DateTime nowUtc, CancellationToken cancellation) =>
        UnitReversal.RunAsync(db, actor, matters, JsonSerializer.Deserialize<Guid>(state), "办理后当即撤销", nowUtc, cancellation);
}
