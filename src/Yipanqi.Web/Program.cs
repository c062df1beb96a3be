using Yipanqi.Web.Shell;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddShell();

var app = builder.Build();
app.UseShell();
app.UseAntiforgery();
app.MapShell();
app.Run();
