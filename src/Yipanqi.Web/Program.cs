using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Demo;
using Yipanqi.Web.Files;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Jobs;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.Organisations;
using Yipanqi.Web.Modules.PublicService;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Search;
using Yipanqi.Web.Shell;
using Yipanqi.Web.Shell.Forms;

var builder = WebApplication.CreateBuilder(args);
var options = StartOptions.Read(builder.Configuration);
builder.WebHost.UseKestrel(o => o.AddServerHeader = false);
if (options.Port is { } port)
{
    builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
}

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(options);
builder.Services.AddDatabase(builder.Configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions(), options.DataFolder);
builder.Services.AddAccess(options.DataFolder, options.Https);
builder.Services.AddJournal();
builder.Services.AddShell(options.Https);
builder.Services.AddForwardedAddress(builder.Configuration["Proxies"]);
builder.Services.AddOwn();
builder.Services.AddJobs();
builder.Services.AddSingleton<SentForms>();
builder.Services.AddSearch();
builder.Services.AddImports();
builder.Services.AddOrganisations();
builder.Services.AddAssessment();
builder.Services.AddPublicService();
builder.Services.AddBusinessTasks();
builder.Services.AddResponsibilities();
if (builder.Configuration.GetValue("Jobs:Enabled", true))
{
    builder.Services.AddDatabaseJobs();
    builder.Services.AddAssessmentJobs();
    builder.Services.AddResponsibilitiesJobs();
}

var app = builder.Build();
app.UseForwardedHeaders();
app.UseMiddleware<SecurityHeaders>();
app.UseRetryAfter();
app.UseMiddleware<SameOrigin>();
app.UseExceptionHandler(DatabaseAway.ErrorPage);
app.UseStatusCodePagesWithReExecute("/not-found");
app.UseShell();
app.UseAuthentication();
app.UseMiddleware<ActorMiddleware>();
app.UseAuthorization();
app.UseMiddleware<UploadLimit>();
app.UseMiddleware<ReadableForm>();
app.UseAntiforgery();
app.UseMiddleware<FormToken>();
app.UseMiddleware<SendOnce>();
app.MapHealth();
app.MapAccess();
app.MapJournal();
app.MapJobs();
app.MapPickers();
app.MapSearch();
app.MapImports();
app.MapOrganisations();
app.MapAssessment();
app.MapPublicService();
app.MapBusinessTasks();
app.MapResponsibilities();
app.MapOwn();
app.MapShell();

await StartUp.PrepareAsync(app, options.Demo ? DemoSeed.FillAsync : null);
await app.RunAsync();

/// <summary>Named so that tests can start the real host.</summary>
public partial class Program;
