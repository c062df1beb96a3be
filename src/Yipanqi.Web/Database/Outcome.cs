namespace Yipanqi.Web.Database;

/// <summary>What a use case answers: a value, or the reasons why nothing was changed.</summary>
public sealed class Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, IReadOnlyList<Refusal> refusals)
    {
        this.value = value;
        Refusals = refusals;
    }

    public IReadOnlyList<Refusal> Refusals { get; }

    public bool IsDone => Refusals.Count == 0;

    public T Value => IsDone ? value! : throw new InvalidOperationException($"Refused: {Refusals[0].Code}. Ask IsDone first.");

    public static Outcome<T> Done(T value) => new(value, []);

    public static Outcome<T> Refused(params IReadOnlyList<Refusal> refusals) =>
        refusals.Count > 0 ? new(default, refusals) : throw new ArgumentException("A refusal needs a reason.", nameof(refusals));

    public static implicit operator Outcome<T>(T value) => Done(value);

    public static implicit operator Outcome<T>(Refusal refusal) => Refused(refusal);
}
