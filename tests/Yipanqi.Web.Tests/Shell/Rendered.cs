using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Tests.Shell;

/// <summary>A component rendered by itself.</summary>
internal static class Rendered
{
    public static async Task<string> HtmlOf<TComponent>(Dictionary<string, object?> parameters) where TComponent : IComponent
    {
        await using var services = new ServiceCollection().AddSingleton<T>().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    /// <summary>The words a reader sees, without markup.</summary>
    public static async Task<string> WordsOf<TComponent>(Dictionary<string, object?> parameters) where TComponent : IComponent
    {
        var page = new HtmlAgilityPack.HtmlDocument();
        page.LoadHtml(await HtmlOf<TComponent>(parameters));
        return HtmlAgilityPack.HtmlEntity.DeEntitize(page.DocumentNode.InnerText).Trim();
    }
}
