using System.Globalization;

namespace Yipanqi.Web.Modules.Responsibilities.Pages;

/// <summary>What the forms of an obligation's page send.</summary>
public sealed class ObligationForm
{
    public int Version { get; set; }

    public string? Result { get; set; }

    public string? EvidenceText { get; set; }

    public string? Kind { get; set; }

    public string? Day { get; set; }

    public string? Reason { get; set; }

    public string? Words { get; set; }

    public string? Allowed { get; set; }

    public RequestKind? AskedKind => Enum.TryParse<RequestKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public DateOnly? AskedDay => DateOnly.TryParseExact(Day?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
