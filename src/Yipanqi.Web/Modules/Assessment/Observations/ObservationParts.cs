using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The counts behind a figure that is more than numerator ÷ denominator. Stored as JSON beside the observation.</summary>
public sealed record ObservationParts
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    private const int MostOnStack = 32;

    /// <summary>How many rated 1, 2, 3, 4 and 5.</summary>
    public int[]? Ratings { get; init; }

    /// <summary>Met on time: of a chain from the top level down; of a difference of linked tasks, then of unlinked ones.</summary>
    public double[]? Met { get; init; }

    /// <summary>Due, in the order of <see cref="Met"/>.</summary>
    public double[]? Due { get; init; }

    /// <summary>The records of a median.</summary>
    public double[]? Records { get; init; }

    /// <summary>How often each of <see cref="Records"/> was found; null where once each.</summary>
    public double[]? Counts { get; init; }

    /// <summary>Effective number of parts of a weighted share, (Σw)²/Σw².</summary>
    public double? EffectiveSize { get; init; }

    public static ObservationParts? Read(string json) => json.Length == 0 ? null : Read(Encoding.UTF8.GetBytes(json));

    /// <summary>By hand: a run of a province reads millions of them.</summary>
    public static ObservationParts Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var parts = new ObservationParts();
        Span<double> numbers = stackalloc double[MostOnStack];
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            parts = reader.ValueTextEquals("ratings"u8) ? parts with { Ratings = Array.ConvertAll(Numbers(ref reader, numbers), n => (int)n) }
                : reader.ValueTextEquals("met"u8) ? parts with { Met = Numbers(ref reader, numbers) }
                : reader.ValueTextEquals("due"u8) ? parts with { Due = Numbers(ref reader, numbers) }
                : reader.ValueTextEquals("records"u8) ? parts with { Records = Numbers(ref reader, numbers) }
                : reader.ValueTextEquals("counts"u8) ? parts with { Counts = Numbers(ref reader, numbers) }
                : reader.ValueTextEquals("effectiveSize"u8) ? parts with { EffectiveSize = Number(ref reader) }
                : throw new FormatException("Unknown part of an observation: " + reader.GetString());
        }

        return parts;
    }

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>
    /// Reads what people write: ratings <c>3/5/10/20/12</c>, levels or both kinds of tasks <c>18:20;15:20</c> (met : due),
    /// records of a median <c>12;7;30</c>. Null where it is none of these for the kind of the item.
    /// </summary>
    public static ObservationParts? Parse(SchemeItem item, string text) => item switch
    {
        { RatingSteps: > 0 } => Numbers(text, '/') is { } counts && counts.Length == item.RatingSteps && counts.All(IsCount)
            ? new ObservationParts { Ratings = [.. counts.Select(c => (int)c)] }
            : null,
        { Kind: FigureKind.MinHop or FigureKind.Difference } => Pairs(item, text),
        { Kind: FigureKind.Median } => Numbers(text, ';') is { } records ? new ObservationParts { Records = records } : null,
        { Weighted: true } => Numbers(text, ';') is [> 0] size ? new ObservationParts { EffectiveSize = size[0] } : null,
        _ => null,
    };

    private static ObservationParts? Pairs(SchemeItem item, string text)
    {
        var pairs = text.Replace('；', ';').Split(';').Select(p => Numbers(p.Replace('：', ':'), ':')).ToList();
        var right = item.Kind == FigureKind.Difference ? pairs.Count == 2 : pairs.Count is >= 2 and <= 16;
        return right && pairs.All(p => p is [>= 0, >= 0] && IsCount(p[0]) && IsCount(p[1]) && p[0] <= p[1])
            ? new ObservationParts { Met = [.. pairs.Select(p => p![0])], Due = [.. pairs.Select(p => p![1])] }
            : null;
    }

    private static bool IsCount(double number) => number is >= 0 and <= 1e9 && number == Math.Floor(number);

    private static double Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetDouble();
    }

    private static double[] Numbers(ref Utf8JsonReader reader, scoped Span<double> few)
    {
        var (count, many) = (0, default(List<double>));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
        {
            if (count < few.Length)
            {
                few[count++] = reader.GetDouble();
            }
            else
            {
                (many ??= []).Add(reader.GetDouble());
            }
        }

        return many is null ? few[..count].ToArray() : [.. few[..count], .. many];
    }

    private static double[]? Numbers(string text, char separator)
    {
        var parts = text.Replace('；', ';').Split(separator, StringSplitOptions.TrimEntries);
        var numbers = new double[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i]))
            {
                return null;
            }
        }

        return numbers;
    }
}
