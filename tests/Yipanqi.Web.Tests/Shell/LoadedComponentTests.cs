using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Yipanqi.Web.Shell;

namespace Yipanqi.Web.Tests.Shell;

public sealed class LoadedComponentTests
{
    [Fact]
    public async Task Draws_once_when_all_it_asked_for_has_come()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        Waiting.Drawn.Clear();

        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Waiting>()).ToHtmlString());

        html.ShouldBe("first second");
        Waiting.Drawn.ShouldBe(["first second"]);
    }

    private sealed class Waiting : LoadedComponent
    {
        public static readonly List<string> Drawn = [];
        private string? first;
        private string? second;

        protected override async Task OnInitializedAsync()
        {
            await Task.Yield();
            first = "first";
            await Task.Yield();
            second = "second";
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            Drawn.Add($"{first} {second}");
            builder.AddContent(0, $"{first} {second}");
        }
    }
}
