using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One figure of an imported row, or what is wrong with it.</summary>
/// <param name="Hidden">Too few anonymous answers: only the reason is kept.</param>
internal sealed record ObservationCell(string Item, string Field, Reported? Reported, ImportFault? Fault = null, bool Hidden = false)
{
    public static ObservationCell Of(ImportRow row, SchemeNode node, Reported reported, Func<string, string> fieldOf)
    {
        if (ReportedCheck.Wrong(node, reported) is { } wrong)
        {
            return new(node.Code, fieldOf(wrong.Field), null, row.Wrong(fieldOf(wrong.Field), $"{node.Code}：{wrong.Message}"));
        }

        var kept = ReportedCheck.WithoutFewAnswers(node.Item!, reported);
        return new(node.Code, fieldOf("value"), kept, Hidden: kept != reported);
    }
}
