namespace Yipanqi.Engine.Text;

/// <summary>A Party measure that can be recommended for a task.</summary>
/// <param name="Id">What it is known by.</param>
/// <param name="Name">Name, without the organ and the place.</param>
/// <param name="Description">What is done, in a sentence.</param>
public sealed record Measure(string Id, string Name, string Description);
