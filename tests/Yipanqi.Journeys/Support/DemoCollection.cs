namespace Yipanqi.Journeys.Support;

/// <summary>Journeys that read the demo share one site, since making its data takes a while.</summary>
[CollectionDefinition(Name)]
public sealed class DemoCollection : ICollectionFixture<Site>
{
    public const string Name = "demo";
}
