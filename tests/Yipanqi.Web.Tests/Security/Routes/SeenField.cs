namespace Yipanqi.Web.Tests.Security.Routes;

/// <summary>A field of a form as a page showed it.</summary>
/// <param name="Type">Of the input; select or textarea.</param>
/// <param name="Sent">Sent as it is: not an unchecked box, nor a button beside the first.</param>
public sealed record SeenField(string Name, string Type, string Value, IReadOnlyList<string> Options, bool Required, int? MaxLength, bool Sent);
