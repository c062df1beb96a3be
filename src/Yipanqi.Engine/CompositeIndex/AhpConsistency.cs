namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Whether pairwise judgements agree with each other well enough to be used.</summary>
public enum AhpConsistency
{
    /// <summary>CR ≤ 0.10.</summary>
    Acceptable,

    /// <summary>CR &gt; 0.10: to be revised, beginning with <see cref="Ahp.MostInconsistent"/>, or signed for with a reason.</summary>
    Inconsistent,
}
