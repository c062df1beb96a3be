namespace Yipanqi.Engine.CompositeIndex;

/// <summary>A judgement that disagrees with what all judgements together imply.</summary>
/// <param name="Row">Criterion i, counted from 0, below <paramref name="Column"/>.</param>
/// <param name="Column">Criterion j, counted from 0.</param>
/// <param name="Judgement">The judgement a_ij given.</param>
/// <param name="Implied">The ratio w_i/w_j of the weights, which would remove the disagreement.</param>
public sealed record AhpContradiction(int Row, int Column, double Judgement, double Implied);
