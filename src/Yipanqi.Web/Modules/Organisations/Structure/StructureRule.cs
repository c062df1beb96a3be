namespace Yipanqi.Web.Modules.Organisations.Structure;

/// <summary>A number of a regulation with where it stands.</summary>
public sealed record StructureRule(int Value, string Document, string Text)
{
    public string Cited => $"{Document}：{Text}";
}
