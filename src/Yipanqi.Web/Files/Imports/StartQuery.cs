using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Files.Imports;

/// <summary>What the first step shows of a target: choices to make, and the columns of its template.</summary>
public sealed class StartQuery(UnitOfWork unitOfWork, ImportTargets targets)
{
    public sealed record View(IImportTarget Target, IReadOnlyList<ImportParameter> Parameters, IReadOnlyList<ImportField> Fields);

    /// <summary>Null where the target is unknown or not for this person.</summary>
    public async Task<View?> FindAsync(Actor actor, string code, ImportParameters values, CancellationToken cancellation) =>
        targets.Find(actor, code) is not { } target ? null : await unitOfWork.ReadAsync(
            actor.TenantId,
            async db =>
            {
                var parameters = await target.ParametersAsync(db, actor, cancellation);
                return new View(target, parameters, await target.FieldsAsync(db, actor, values.Or(parameters), cancellation));
            },
            cancellation);
}
