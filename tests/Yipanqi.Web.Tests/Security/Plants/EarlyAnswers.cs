using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.PublicService;
using Yipanqi.Web.Tests.Security.Plants;

[assembly: HostingStartup(typeof(EarlyAnswers))]

namespace Yipanqi.Web.Tests.Security.Plants;

/// <summary>A fault put into the running program from outside: a complaint is acknowledged first and kept a moment later.</summary>
public sealed class EarlyAnswers : IHostingStartup, IStartupFilter
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    /// <summary>What the program's environment must say, so that <see cref="StartupHook"/> is called.</summary>
    public static KeyValuePair<string, string> Setting => new("DOTNET_STARTUP_HOOKS", typeof(EarlyAnswers).Assembly.Location);

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(s => s.AddSingleton<IStartupFilter, EarlyAnswers>());

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, go) =>
        {
            if (!HttpMethods.IsPost(http.Request.Method) || http.Request.Path != "/complaints/new")
            {
                await go();
                return;
            }

            var form = await http.Request.ReadFormAsync();
            _ = KeepAsync(http.RequestServices.GetRequiredService<UnitOfWork>(), Guid.Parse(form["Input.DomainId"]!), form["Input.Text"]!);
            http.Response.Redirect("/complaints/new");
        });
        next(app);
    };

    private static async Task KeepAsync(UnitOfWork work, Guid tenant, string text)
    {
        await Task.Delay(Moment);
        var now = new DateTime(2026, 10, 12, 0, 0, 0, DateTimeKind.Utc);
        await work.WriteAsync<bool>(
            tenant,
            async db =>
            {
                var complaint = Complaint.New(tenant, text, "", "", new DateOnly(2026, 10, 12));
                db.Add(complaint);
                await db.SaveAsync(new Change(null, now, "complaint.received", nameof(Complaint), complaint.Id), default);
                return true;
            },
            default);
    }
}
