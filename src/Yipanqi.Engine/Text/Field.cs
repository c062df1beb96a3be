namespace Yipanqi.Engine.Text;

/// <summary>A field of government work with the words it speaks.</summary>
/// <param name="Name">Name, for instance 水利防汛.</param>
/// <param name="Sources">Laws and documents its terms come from.</param>
/// <param name="Terms">Terms taken from those; each counts in full.</param>
/// <param name="Words">Character pairs that laws and government reports use in the field's company, with how closely, from 0 upwards.</param>
public sealed record Field(string Name, string Sources, IReadOnlyList<string> Terms, IReadOnlyList<KeyValuePair<string, double>> Words);
