using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>同权重：why the tracks of this scheme do not weigh the same, signed. The signature lapses when their weights change.</summary>
public sealed record SignUnequalTracks(SignedReason Reason) : DraftStep
{
    public override string Name => "tracks.signed";

    public override Outcome<DraftStepped> Apply(SchemeDefinition definition)
    {
        if (Reason.Text.Trim().Length is 0 or > SignedReason.MostLength)
        {
            return new Refusal("draft.reason", "Reason", $"请写明理由，{SignedReason.MostLength} 字以内。");
        }

        return SchemeTree.Balance(definition).IsEqual
            ? new Refusal("draft.equal", "", "两轨权重相等，不需要理由。")
            : Done(definition with { UnequalTracks = Reason with { Text = Reason.Text.Trim() } }, "写明两轨不同权重的理由");
    }
}
