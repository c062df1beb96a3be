using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Takes a scheme from a file: JSON as exported, or a table (.xlsx, CSV). A draft of the same code is replaced; beside a published
/// version the next version begins. Nothing is taken of a file with a fault.
/// </summary>
public sealed class ImportScheme(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>What a table does not say by itself; not used for JSON.</summary>
    public sealed record Settings(string Code, string Name, MissingPolicy NotReported, bool Levels, int LeastScore, SchemeScaling Scaling);

    public sealed record Input(string FileName, byte[] Content, Settings? Settings);

    public async Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        var read = Read(input);
        return read.IsDone ? await RunAsync(actor, read.Value, cancellation) : Outcome<Guid>.Refused(read.Refusals);
    }

    public Task<Outcome<Guid>> RunAsync(Actor actor, SchemeDefinition definition, CancellationToken cancellation) =>
        unitOfWork.WriteAsync(actor.TenantId, db => SaveAsync(db, actor, definition, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, SchemeDefinition definition, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ManageSchemes))
        {
            return new Refusal("scheme.denied", "", "您的职务不能管理考评方案。");
        }

        var refusals = SchemeCheck.Check(definition);
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var versions = await db.Set<Scheme>().Where(s => s.Code == definition.Code).OrderByDescending(s => s.Number).ToListAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var hash = SchemeJson.HashOf(SchemeJson.Write(definition));
        if (versions.Count > 0 && versions[0].DefinitionHash == hash)
        {
            return versions[0].Id;
        }

        if (versions.Count > 0 && versions[0].Status is SchemeStatus.Submitted or SchemeStatus.Reviewed)
        {
            return new Refusal("scheme.waiting", "", $"这个方案的第 {versions[0].Number} 版正在审核或待发布。请先撤回它，再导入。");
        }

        var unsigned = Unsigned(definition);
        var scheme = versions.Count > 0 && versions[0].Status == SchemeStatus.Draft ? versions[0] : null;
        if (scheme is null)
        {
            scheme = Scheme.Draft(db.TenantId, unsigned, versions.Count > 0 ? versions[0].Number + 1 : 1, actor.PersonId, now);
            db.Add(scheme);
        }
        else
        {
            db.Add(await DraftAccess.EditAsync(db, scheme, actor, now, "从文件导入，替换全部内容", cancellation));
            scheme.Redraft(unsigned, actor.PersonId, now);
        }

        var detail = JsonSerializer.Serialize(new { scheme.Code, scheme.Number, scheme.DefinitionHash, items = definition.Nodes.Count(n => n.Item is not null) });
        await db.SaveAsync(new Change(actor.PersonId, now, "scheme.imported", nameof(Scheme), scheme.Id, "", detail), cancellation);
        return scheme.Id;
    }

    // A signature is given on the platform, by the person it names; a file cannot bring one.
    private static SchemeDefinition Unsigned(SchemeDefinition definition) => definition with
    {
        UnequalTracks = null,
        Weightings = definition.Weightings is null ? null : [.. definition.Weightings.Select(w => w with { Reason = null })],
    };

    private static Outcome<SchemeDefinition> Read(Input input)
    {
        if (input.Content.Length is 0 or > SchemeJson.MostBytes)
        {
            return new Refusal("scheme.file", "File", "请选方案文件：.json、.xlsx 或 .csv，不超过 4 MB。");
        }

        if (input.Content.AsSpan().TrimStart("\uFEFF \t\r\n"u8).StartsWith("{"u8))
        {
            return ReadJson(input.Content);
        }

        if (input.Settings is not { } settings)
        {
            return new Refusal("scheme.settings", "Code", "表格里没有方案代码和名称，请在页面上填写。");
        }

        var sheet = TableReader.Read(input.Content, input.FileName);
        if (!sheet.IsDone)
        {
            return Outcome<SchemeDefinition>.Refused([.. sheet.Refusals.Select(r => r with { Field = "File" })]);
        }

        var nodes = SchemeTable.Read(sheet.Value, settings.Scaling);
        return nodes.IsDone
            ? new SchemeDefinition(settings.Code.Trim(), settings.Name.Trim(), settings.NotReported, settings.Levels, settings.LeastScore, nodes.Value)
            : Outcome<SchemeDefinition>.Refused(nodes.Refusals);
    }

    private static Outcome<SchemeDefinition> ReadJson(byte[] content)
    {
        try
        {
            var bytes = content.AsSpan();
            return SchemeJson.Read(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
        }
        catch (JsonException wrong)
        {
            return new Refusal("scheme.json", "File", $"方案文件第 {(wrong.LineNumber ?? 0) + 1} 行（{wrong.Path ?? "$"}）写法不对。请用本平台导出的 .json 文件修改。");
        }
    }
}
