using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security.Checks;

/// <summary>What no reply may do, whoever asked for whatever.</summary>
public static class ReplyRules
{
    /// <param name="row">The row asked for; null where none was.</param>
    /// <param name="absent">The reply for a row that never was, asked the same way.</param>
    public static IEnumerable<string> Faults(SecurityGround ground, Principal principal, ProductRoute route, KnownRow? row, Relation relation, Reply reply, Reply? absent)
    {
        if (reply.Status >= 500)
        {
            yield return $"answers {reply.Status}";
        }

        var ledOn = reply.Status == 302 && RoutePolicy.LeadsOn.ContainsKey(route.Template);
        if (reply.IsGranted && !ledOn && !route.IsOpen && !(principal.IsSignedIn && (route.Needs is not { } need || principal.Can(need))))
        {
            yield return $"answers {reply.Status} to one who may not open it";
        }

        foreach (var canary in Canary.In(reply.Text))
        {
            if (canary.Tenant != principal.Tenant)
            {
                yield return $"shows {canary} of another tenant";
            }
            else if (canary.Unit > 0 && !MaySee(ground, principal, route, canary.Unit) && !IsExcused(principal, route, canary.Unit))
            {
                yield return $"shows {canary}, a unit outside the scope; if that is right, give it a line with the reason in RoutePolicy";
            }
        }

        var outside = relation == Relation.OtherTenant || (row is { Unit: > 0 } && relation != Relation.Own && !MaySee(ground, principal, route, row.Unit));
        if (outside && absent is not null && reply.Status < 500 && reply.Normalised != absent.Normalised && !RoutePolicy.ToldApart.ContainsKey(route.Template))
        {
            yield return $"answers {reply.Status}, but {absent.Status} for a row that never was; {Difference(reply.Normalised, absent.Normalised)}";
        }
    }

    public static bool MaySee(SecurityGround ground, Principal principal, ProductRoute route, int unit) =>
        ground.TenantOf(principal).Covers(principal, unit) && (route.Needs is not { } need || principal.Can(need));

    // Every page names one's own post in its frame; some name the units above one's own.
    private static bool IsExcused(Principal principal, ProductRoute route, int unit) =>
        unit == principal.Unit || RoutePolicy.BeyondScope.ContainsKey(route.Template)
            || (RoutePolicy.NamesSuperiors.ContainsKey(route.Template) && SecurityTenant.IsAbove(unit, principal.Unit));

    private static string Difference(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(p => p.First == p.Second).Count();
        return $"\"{Near(one, at)}\" against \"{Near(other, at)}\"";
    }

    private static string Near(string text, int at) => text[Math.Max(0, Math.Min(at, text.Length) - 30)..Math.Min(text.Length, at + 50)].ReplaceLineEndings(" ");
}
