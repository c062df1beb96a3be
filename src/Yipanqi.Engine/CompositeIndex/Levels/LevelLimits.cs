namespace Yipanqi.Engine.CompositeIndex;

/// <summary>From where on one signal sets which level.</summary>
/// <param name="Yellow">Limit of yellow.</param>
/// <param name="Orange">Limit of orange.</param>
/// <param name="Red">Limit of red; null: the signal never makes red.</param>
/// <param name="Clause">The clause the limits rest on.</param>
public sealed record LevelLimits(double Yellow, double Orange, double? Red, string Clause);
