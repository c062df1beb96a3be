using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What a node's page says of it. Parent, weight and place stay as they are.</summary>
/// <param name="Supplier">The supplying unit as picked; null where <paramref name="Values"/> has it already.</param>
public sealed record SaveNode(string Code, SchemeNode Values, Picked? Supplier = null) : DraftStep
{
    public override string Name => "node.edited";

    public override async Task<Outcome<DraftStep>> FindAsync(YipanqiDb db, Actor actor, SchemeDefinition definition, CancellationToken cancellation)
    {
        var known = definition.Nodes.FirstOrDefault(n => n.Code == Code)?.Item;
        if (Supplier is null || Values.Item is not { } item)
        {
            return this;
        }

        // What nobody changed stays as it was called, though the unit may have another name by now.
        if (Supplier.IsEmpty || (known is not null && Supplier.Typed == known.Supplier && Supplier.Key == known.SupplierId))
        {
            return With(item, Supplier.IsEmpty ? null : known!.Supplier, Supplier.IsEmpty ? null : known!.SupplierId);
        }

        var found = await db.FindPickedAsync(actor, Permission.ViewUnits, Supplier, nameof(Supplier), cancellation);
        return found.IsDone ? With(item, found.Value.Name, found.Value.Id) : Outcome<DraftStep>.Refused(found.Refusals);
    }

    private SaveNode With(SchemeItem item, string? name, Guid? id) => this with { Values = Values with { Item = item with { Supplier = name, SupplierId = id } } };

    public override Outcome<DraftStepped> Apply(SchemeDefinition definition)
    {
        if (definition.Nodes.FirstOrDefault(n => n.Code == Code) is not { } node)
        {
            return NoNode(Code);
        }

        var values = Values with { Parent = node.Parent, Weight = node.Weight, Disconnect = node.Disconnect, Track = IsTop(definition, node) ? Values.Track : node.Track };
        if (values.Code != Code && definition.Nodes.Any(n => n.Code == values.Code))
        {
            return new Refusal("draft.code", nameof(SchemeNode.Code), $"代码 {values.Code} 已用于另一个节点，请换一个。");
        }

        if (values.Item is not null && definition.Nodes.Any(n => n.Parent == Code))
        {
            return new Refusal("draft.item", "", "有下级的节点不能改为计分项目，请先移走下级。");
        }

        var refusals = SchemeCheck.CheckNode(values).ToList();
        if (refusals.Count > 0)
        {
            return Outcome<DraftStepped>.Refused(refusals);
        }

        var saved = definition with { Nodes = [.. definition.Nodes.Select(n => n.Code == Code ? values with { Code = Code } : n)] };
        return Done(values.Code == Code ? saved : NodeCodes.Rename(saved, Code, values.Code), $"改 {Code}“{node.Name}”的定义");
    }

    private static bool IsTop(SchemeDefinition definition, SchemeNode node) => definition.Nodes.Any(n => n.Code == node.Parent && n.Parent.Length == 0);
}
