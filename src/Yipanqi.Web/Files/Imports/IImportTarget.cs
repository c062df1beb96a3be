using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Files.Imports;

/// <summary>
/// Something that tables can be imported into. A module registers it in DI (<c>services.AddSingleton&lt;IImportTarget, UnitImport&gt;()</c>);
/// pages, drafts, the mapping of columns, the preview and the journal entry are the same for all.
/// </summary>
public interface IImportTarget
{
    /// <summary>Short code in addresses and stored drafts: lower-case letters and hyphens.</summary>
    string Code { get; }

    /// <summary>What is imported, as the pages call it: 单位, 季度得分.</summary>
    string Title { get; }

    /// <summary>One sentence on what the file holds and what the import does.</summary>
    string Description { get; }

    /// <summary>Who may import. Where it holds is checked row by row in the preview.</summary>
    Permission Permission { get; }

    /// <summary>Dotted verb from docs/events.md for the one journal entry of an import, and the type of thing it changes.</summary>
    (string Action, string SubjectType) Journal { get; }

    /// <summary>What is chosen on the first step, beside the file: a quarter, a parent unit. May be empty.</summary>
    Task<IReadOnlyList<ImportParameter>> ParametersAsync(YipanqiDb db, Actor actor, CancellationToken cancellation);

    /// <summary>What the columns may mean. May depend on the database and the parameters, for instance one field for each item of a wide table.</summary>
    Task<IReadOnlyList<ImportField>> FieldsAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation);

    /// <summary>Refusals of the parameters that a list of options cannot exclude; none by default.</summary>
    Task<IReadOnlyList<Refusal>> CheckAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Refusal>>([]);

    /// <summary>What would become of each row. Changes nothing; the number of commands does not depend on the number of rows.</summary>
    Task<ImportPreview> PreviewAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation);

    /// <summary>
    /// Puts the rows into the context, all of them; called inside the transaction, right after a preview without faults, and does not save:
    /// the caller saves once, with the journal entry. Importing the same rows again changes nothing.
    /// </summary>
    Task<ImportResult> CommitAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation);
}
