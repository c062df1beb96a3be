namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// A calculation that has no defined result for its input, refused rather than answered with a made-up figure or NaN.
/// The message says what is wrong and what to do instead.
/// </summary>
/// <param name="code">Stable name of the refusal in snake case, for instance <c>constant_column</c>.</param>
/// <param name="message">What is wrong, where, and the remedy, in English.</param>
public sealed class IndexRefusedException(string code, string message) : Exception(message)
{
    /// <summary>Stable name of the refusal in snake case; pages translate by it.</summary>
    public string Code { get; } = code;

    /// <summary>Row of the offending cell counted from 0, where one is known.</summary>
    public int? Row { get; init; }

    /// <summary>Column of the offending cell or column counted from 0, where one is known.</summary>
    public int? Column { get; init; }

    /// <summary>Code of the node of the index it concerns, where one is known.</summary>
    public string? Node { get; init; }

    /// <summary>The same refusal with the column it arose in.</summary>
    internal IndexRefusedException In(int column) => new(Code, Message) { Row = Row, Column = column, Node = Node };
}
