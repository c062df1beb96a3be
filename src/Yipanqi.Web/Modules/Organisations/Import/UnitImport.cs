using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.Organisations.Import;

/// <summary>Lists of units, Party or administrative, from any table with a code and a name.</summary>
public sealed class UnitImport : IImportTarget
{
    internal const string TrackParameter = "default_track";
    internal const string ParentParameter = "default_parent";
    internal const string AssessedParameter = "default_assessed";

    public string Code => "units";

    public string Title => "单位";

    public string Description => "党组织和行政单位的名单：编码、名称、上级、同类组。按编码认出已有单位，空着的格不改动已有内容。";

    public Permission Permission => Permission.ImportUnits;

    public (string Action, string SubjectType) Journal => ("unit.imported", nameof(Unit));

    public Task<IReadOnlyList<ImportParameter>> ParametersAsync(YipanqiDb db, Actor actor, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ImportParameter>>(
        [
            new(TrackParameter, "组织线", true, "文件里没有“组织线”一列时，全部按此导入。", Options: [new("party", "党组织"), new("administrative", "行政")]),
            new(ParentParameter, "上级单位", false, "填编码或名称。文件里没写上级的单位挂在它下面；空着则挂在您管理范围的最上一级。", PicksUnit: true),
            new(AssessedParameter, "新单位参加考评", true, "文件里没有“参加考评”一列时，新增的单位按此登记。", "yes", [new("yes", "是"), new("no", "否")]),
        ]);

    public Task<IReadOnlyList<ImportField>> FieldsAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation) =>
        Task.FromResult(UnitFields.All);

    public async Task<IReadOnlyList<Refusal>> CheckAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation)
    {
        var track = TrackOf(parameters);
        if (parameters[ParentParameter].Length == 0)
        {
            return await FindParentAsync(db, actor, parameters, cancellation) is null
                ? [new Refusal("unit.parent", ParentParameter, $"您管理的范围里没有{UnitText.TrackName(track)}单位。请填上级单位的编码。")]
                : [];
        }

        var picked = await PickParentAsync(db, actor, parameters, cancellation);
        return !picked.IsDone ? picked.Refusals
            : picked.Value.Track != track ? [new Refusal("unit.parent", ParentParameter, $"“{picked.Value.Name}”是{UnitText.TrackName(picked.Value.Track)}单位，和所选的组织线不一致。请改其中一个。")]
            : [];
    }

    public async Task<ImportPreview> PreviewAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation)
    {
        var plan = await UnitPlan.MakeAsync(db, actor, rows, parameters, cancellation);
        return new ImportPreview([.. plan.Rows.Select(r => r.ToPreview())]);
    }

    public async Task<ImportResult> CommitAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation)
    {
        await db.LockAccessAsync(cancellation);
        var plan = await UnitPlan.MakeAsync(db, actor, rows, parameters, cancellation);
        return UnitWriter.Write(db, plan);
    }

    internal static IQueryable<Unit> InScope(YipanqiDb db, Actor actor) => db.Set<Unit>().Within(actor, Permission.ImportUnits, u => u.Path).Open();

    internal static Track TrackOf(ImportParameters parameters) => parameters[TrackParameter] == "party" ? Track.Party : Track.Administrative;

    /// <summary>The unit under which rows without a parent go: the one named, else the highest of that track in the actor's scope.</summary>
    internal static async Task<Unit?> FindParentAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation)
    {
        var track = TrackOf(parameters);
        if (parameters[ParentParameter].Length == 0)
        {
            return await InScope(db, actor).Where(u => u.Track == track).OrderBy(u => u.Depth).ThenBy(u => u.SortOrder).ThenBy(u => u.Code).FirstOrDefaultAsync(cancellation);
        }

        return await PickParentAsync(db, actor, parameters, cancellation) is { IsDone: true } picked ? picked.Value : null;
    }

    private static Task<Outcome<Unit>> PickParentAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation) =>
        db.FindPickedAsync(actor, Permission.ImportUnits, Picked.Of(parameters[ParentParameter]), ParentParameter, cancellation);
}
