using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What stands in the way of submitting and of publishing: it cannot be scored, scores traces, or weighs as the rules do not allow.</summary>
public static class SubmissionCheck
{
    public static IReadOnlyList<Refusal> Of(SchemeDefinition definition) =>
        [.. SchemeCheck.Check(definition), .. IndicatorLint.Check(definition), .. WeightingCheck.Truth(definition), .. Tracks(definition)];

    /// <summary>A version that says what a published one says is not published again.</summary>
    internal static async Task<Refusal?> SameAsync(YipanqiDb db, Scheme scheme, CancellationToken cancellation)
    {
        var same = await db.Set<Scheme>().Where(s => s.Code == scheme.Code && s.Id != scheme.Id && s.Status == SchemeStatus.Published && s.DefinitionHash == scheme.DefinitionHash)
            .Select(s => (int?)s.Number).FirstOrDefaultAsync(cancellation);
        return same is { } number ? new Refusal("scheme.same", "", $"这一版与已发布的第 {number} 版完全相同，不必再发。") : null;
    }

    // 党建与业务同权重：assessment rules, section 1.
    private static IEnumerable<Refusal> Tracks(SchemeDefinition definition)
    {
        var balance = SchemeTree.Balance(definition);
        if (!balance.IsEqual && definition.UnequalTracks is null)
        {
            yield return new("scheme.tracks", "", $"党建权重合计 {100 * balance.PartyShare:0.##}%，业务 {100 * balance.BusinessShare:0.##}%，不是同权重。请调整，或由起草人写明理由并署名。");
        }
    }
}
