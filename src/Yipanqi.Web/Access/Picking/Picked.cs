namespace Yipanqi.Web.Access;

/// <summary>What a picker posts: the text as typed, and the id where something was chosen from a list.</summary>
public sealed class Picked
{
    public string? Text { get; set; }

    public string? Id { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Key is null;

    public Guid? Key => Guid.TryParse(Id, out var id) ? id : null;

    /// <summary>As one text, to be kept: the id of what was chosen, else what was typed.</summary>
    public string Value => Key is { } id ? id.ToString() : Typed;

    public string Typed => Text?.Trim() ?? "";

    /// <summary>A code or name as if typed; an id as if chosen.</summary>
    public static Picked Of(string? value) => Guid.TryParse(value, out _) ? new Picked { Id = value } : new Picked { Text = value };

    /// <summary>Reads the two fields of a picker.</summary>
    /// <param name="value">A posted form or a query, by the name of a field.</param>
    public static Picked From(Func<string, string?> value, string name) => new() { Text = value($"{name}.{nameof(Text)}"), Id = value($"{name}.{nameof(Id)}") };
}
