using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.PublicService;
using Yipanqi.Web.Tests.Security.Ground;

namespace Yipanqi.Web.Tests.Security.Plants;

/// <summary>Addresses with one fault each, mapped into the product's own route table, for the checks to find.</summary>
public sealed class PlantedFaults : IStartupFilter
{
    public const string Root = "/planted";
    public const string Api = "/api" + Root;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, go) =>
        {
            if (http.Request.Path == Root + "/bare")
            {
                http.Response.OnStarting(() =>
                {
                    http.Response.Headers.Remove("X-Content-Type-Options");
                    http.Response.Headers.Remove("Content-Security-Policy");
                    http.Response.Headers.CacheControl = "public";
                    return Task.CompletedTask;
                });
            }

            return go();
        });
        next(app);

        // What the product's own pipeline routes by is still there when it has been built.
        Map((IEndpointRouteBuilder)app.Properties["__EndpointRouteBuilder"]!);
    };

    private static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Root + "/units/{id:guid}", ShowUnscopedAsync).WithMetadata(new NeedsAttribute(Permission.ViewUnits));
        routes.MapGet(Root + "/any/{id:guid}", ShowAnyTenantsAsync).WithMetadata(new NeedsAttribute(Permission.ViewUnits));
        routes.MapGet(Root + "/open/{id:guid}", ShowUnscopedAsync).WithMetadata(new NeedsAttribute(Permission.ManageSchemes), new Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute());
        routes.MapGet(Root + "/bare", () => Results.Content("<html></html>", "text/html"));
        routes.MapGet(Root + "/writes", async (UnitOfWork work, HttpContext http) =>
        {
            await AddAsync(work, http.Actor().TenantId, "read");
            return Html("read");
        });
        routes.MapGet(Root + "/export", ExportAsync);
        routes.MapGet(Root + "/forms", Forms);
        routes.MapGet(Root + "/tokened", ShowToTokensAsync).WithMetadata(new Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute());
        routes.MapGet(Api + "/any", ShowToTokensAsync).WithMetadata(new Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute());
        routes.MapGet(Api + "/guess", (HttpContext http) =>
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Results.Unauthorized();
        }).WithMetadata(new Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute());
        routes.MapPost(Root + "/tokenless", (UnitOfWork work, HttpContext http) => AddAsync(work, http.Actor().TenantId, "tokenless")).DisableAntiforgery();
        routes.MapPost(Root + "/crash", (HttpContext http) => http.Request.Form["Text"].ToString().Length > 2000 ? throw new InvalidOperationException("too long") : Results.Redirect(Root + "/forms"));
        routes.MapPost(Root + "/mass", MassAsync);
        routes.MapPost(Root + "/silent", SilentAsync);
        routes.MapPost(Root + "/late", LateAsync);
        routes.MapPost(Root + "/unit", RenameUnscopedAsync);
        routes.MapPost(Root + "/secret", (IPasswordHasher<Account> hasher) => hasher.VerifyHashedPassword(null!, "", "") == PasswordVerificationResult.Success ? Results.Ok() : Results.Redirect(Root + "/forms"));
        routes.MapPost(Root + "/overwrite", RenameUnscopedAsync);
    }

    private static async Task<IResult> ShowUnscopedAsync(UnitOfWork work, HttpContext http, Guid id)
    {
        var tenant = http.FindActor()?.TenantId ?? await AnyTenantAsync(work);
        var unit = await work.ReadAsync(tenant, db => db.Set<Unit>().SingleOrDefaultAsync(u => u.Id == id), default);
        return unit is null ? Results.NotFound() : Html(unit.Name);
    }

    // As it is in the database, straight into the file.
    private static async Task<IResult> ExportAsync(UnitOfWork work, HttpContext http)
    {
        var names = await work.ReadAsync(http.Actor().TenantId, db => db.Set<Unit>().Select(u => u.Name).ToListAsync(), default);
        var lines = names.Select(n => $"\"{n.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\r\n");
        return Results.File(System.Text.Encoding.UTF8.GetBytes("名称\r\n" + string.Concat(lines)), "text/csv", "units.csv");
    }

    private static async Task<IResult> ShowAnyTenantsAsync(UnitOfWork work, Guid id)
    {
        foreach (var domain in await work.ReadAsync(UnitOfWork.NoTenant, db => db.Set<Domain>().ToListAsync(), default))
        {
            if (await work.ReadAsync(domain.Id, db => db.Set<Unit>().SingleOrDefaultAsync(u => u.Id == id), default) is { } unit)
            {
                return Html(unit.Name);
            }
        }

        return Results.NotFound();
    }

    // The tokens are there: only the addresses behind are at fault.
    private static async Task<IResult> Forms(UnitOfWork work, HttpContext http)
    {
        var actor = http.Actor();
        var unit = await work.ReadAsync(actor.TenantId, db => db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path).Select(u => u.Id).FirstOrDefaultAsync(), default);
        return Html(string.Concat(new[] { "tokenless", "crash", "mass", "silent", "late", "unit", "overwrite", "secret" }.Select(name =>
            $"<form method='post' action='{Root}/{name}'><input name='Text' value='x'><input type='hidden' name='UnitId' value='{unit}'>{MoreOf(name)}<button type='submit'>{HtmlEncoder.Default.Encode(name)}</button></form>")));
    }

    private static string MoreOf(string form) => form switch
    {
        "overwrite" => "<input type='hidden' name='Version' value='1'>",
        "secret" => "<input type='password' name='Secret'>",
        _ => "",
    };

    // Whoever shows any token at all is shown the units of all tenants; a wrong one is refused, as often as it comes.
    private static async Task<IResult> ShowToTokensAsync(UnitOfWork work, HttpContext http)
    {
        var names = new List<string>();
        foreach (var domain in http.Request.Headers.Authorization.Count == 0 ? [] : await work.ReadAsync(UnitOfWork.NoTenant, db => db.Set<Domain>().ToListAsync(), default))
        {
            names.AddRange(await work.ReadAsync(domain.Id, db => db.Set<Unit>().Select(u => u.Name).ToListAsync(), default));
        }

        return Html(string.Join(' ', names));
    }

    private static async Task<IResult> AddAsync(UnitOfWork work, Guid tenant, string text)
    {
        await WriteAsync(work, tenant, db => db.Add(Complaint.New(tenant, text, "", "", new DateOnly(2026, 10, 12))));
        return Results.Redirect(Root + "/forms");
    }

    private static async Task<IResult> MassAsync(UnitOfWork work, HttpContext http)
    {
        await WriteAsync(work, http.Actor().TenantId, db =>
        {
            var complaint = Complaint.New(db.TenantId, http.Request.Form["Text"]!, "", "", new DateOnly(2026, 10, 12));
            db.Add(complaint);
            foreach (var text in db.Entry(complaint).Properties.Where(p => p.Metadata.ClrType == typeof(string) && http.Request.Form.ContainsKey(p.Metadata.Name)))
            {
                text.CurrentValue = http.Request.Form[text.Metadata.Name].ToString();
            }
        });
        return Results.Redirect(Root + "/forms");
    }

    private static async Task<IResult> SilentAsync(UnitOfWork work, HttpContext http)
    {
        await work.WriteAsync<int>(http.Actor().TenantId, async db => await db.Set<Complaint>().ExecuteUpdateAsync(set => set.SetProperty(c => c.Contact, "silent")), default);
        return Results.Redirect(Root + "/forms");
    }

    // The change is kept before its entry is written.
    private static async Task<IResult> LateAsync(UnitOfWork work, HttpContext http)
    {
        await work.WriteAsync<int>(http.Actor().TenantId, async db => await db.Set<Complaint>().ExecuteUpdateAsync(set => set.SetProperty(c => c.Contact, "late")), default);
        await WriteAsync(work, http.Actor().TenantId, _ => { }, http.Actor().PersonId);
        return Results.Redirect(Root + "/forms");
    }

    private static async Task<IResult> RenameUnscopedAsync(UnitOfWork work, HttpContext http)
    {
        var id = Guid.TryParse(http.Request.Form["UnitId"], out var told) ? told : Guid.Empty;
        await WriteAsync(work, http.Actor().TenantId, db => db.Set<Unit>().Where(u => u.Id == id).ToList().ForEach(u => u.Describe(u.Name + "改", u.ShortName, u.Kind, u.SortOrder, u.Note)));
        return Results.Redirect(Root + "/forms");
    }

    private static Task WriteAsync(UnitOfWork work, Guid tenant, Action<YipanqiDb> change, Guid? actor = null) => work.WriteAsync<bool>(
        tenant,
        async db =>
        {
            change(db);
            await db.SaveAsync(new Change(actor, new DateTime(2026, 10, 12, 0, 0, 0, DateTimeKind.Utc), "planted.changed", "Planted", null), default);
            return true;
        },
        default);

    private static Task<Guid> AnyTenantAsync(UnitOfWork work) => work.ReadAsync(UnitOfWork.NoTenant, db => db.Set<Domain>().OrderBy(d => d.Name).Select(d => d.Id).FirstAsync(), default);

    private static IResult Html(string body) => Results.Content($"<html><body>{body}</body></html>", "text/html");
}
