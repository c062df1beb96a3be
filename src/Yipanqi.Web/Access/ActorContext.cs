namespace Yipanqi.Web.Access;

/// <summary>The actor of a request, found once by <see cref="ActorMiddleware"/>; pages hand it on as an argument.</summary>
public static class ActorContext
{
    public static Actor Actor(this HttpContext http) =>
        http.FindActor() ?? throw new InvalidOperationException("This request has no actor; its page must ask for a permission or for sign-in.");

    public static Actor? FindActor(this HttpContext http) => http.Items.TryGetValue(typeof(Actor), out var actor) ? (Actor?)actor : null;

    internal static void SetActor(this HttpContext http, Actor actor) => http.Items[typeof(Actor)] = actor;
}
