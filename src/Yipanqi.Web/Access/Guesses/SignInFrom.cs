namespace Yipanqi.Web.Access;

/// <summary>Where a sign-in comes from.</summary>
/// <param name="Network">See <see cref="GuessSource.Network"/>.</param>
/// <param name="Devices">The device by account, for accounts that signed in there before.</param>
public sealed record SignInFrom(string Network, IReadOnlyDictionary<Guid, Guid> Devices);
