using Yipanqi.Web.Tests.Security.Ground;

namespace Yipanqi.Web.Tests.Security.Routes;

/// <summary>An address that was answered to somebody, found by following links.</summary>
public sealed record Sample(ProductRoute Route, string Address, Principal By);
