using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Organisations.Peers;

/// <summary>A unit in its peer group.</summary>
public sealed record PeerLine(Guid Id, string Code, string Name, string Kind, int Members, PeerFit Fit);
