using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Yipanqi.Web.Shell;
using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Tests.Shell;

public sealed class PartTests
{
    [Fact]
    public async Task A_place_shows_what_the_page_told_last_though_it_was_drawn_first()
    {
        await using var services = new ServiceCollection().AddScoped<PageParts>().AddSingleton<Yipanqi.Web.Shell.Text.T>().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);

        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Framed>()).ToHtmlString());

        html.ShouldBe("<title>second</title><head></head>");
    }

    [Fact]
    public async Task A_page_has_one_title_and_it_is_in_the_head()
    {
        await using var app = await ShellHost.StartAsync();

        var html = await app.GetTestClient().GetStringAsync("/styleguide");

        html.ShouldMatch("<head>[^\0]*<title>[^<]+ · 一盘棋</title>[^\0]*</head>");
        html.Split("<title>").Length.ShouldBe(2);
    }

    [Fact]
    public void What_an_earlier_page_of_the_request_told_is_gone()
    {
        var parts = new PageParts();
        var drawn = 0;
        parts.Told += _ => drawn++;
        parts.Tell(PagePart.Foot, b => b.AddContent(0, "foot"));

        parts.Clear();
        parts.Tell(PagePart.Title, b => b.AddContent(0, "title"));

        (parts[PagePart.Foot] is null, parts[PagePart.Title] is null, drawn).ShouldBe((true, false, 1));
    }

    private sealed class Framed : LoadedComponent
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "title");
            Place(builder, PagePart.Title);
            builder.CloseElement();
            builder.OpenElement(10, "head");
            Place(builder, PagePart.Head);
            builder.CloseElement();
            builder.OpenComponent<Telling>(20);
            builder.CloseComponent();
        }

        private static void Place(RenderTreeBuilder builder, PagePart part)
        {
            builder.OpenComponent<PartPlace>(1);
            builder.AddComponentParameter(2, nameof(PartPlace.Of), part);
            builder.CloseComponent();
        }
    }

    private sealed class Telling : LoadedComponent
    {
        [Inject] private PageParts Parts { get; set; } = default!;

        protected override async Task OnInitializedAsync()
        {
            Parts.Tell(PagePart.Title, b => b.AddContent(0, "first"));
            await Task.Yield();
            Parts.Tell(PagePart.Title, b => b.AddContent(0, "second"));
        }
    }
}
