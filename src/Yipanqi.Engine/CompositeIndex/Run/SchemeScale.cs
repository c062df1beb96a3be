namespace Yipanqi.Engine.CompositeIndex;

/// <summary>The scale a scheme is on, 0–100 or 1–100, and what follows from it.</summary>
internal static class SchemeScale
{
    public static double LeastOf(IndexStructure structure)
    {
        var least = structure.Nodes[0].Rule!.ScaleLower;
        foreach (var item in structure.Nodes.Where(n => n.Rule is not null))
        {
            var rule = item.Rule!;
            if (rule.ScaleLower != least || least is not (0 or 1) || rule.ScaleUpper != RowEvaluator.Best || !rule.Capped || rule.Kind == NormalisationKind.Borda)
            {
                throw new IndexRefusedException(
                    "scale_mixed", $"Item '{item.Code}' is scored on {rule.ScaleLower:R}–{rule.ScaleUpper:R} by {rule.Kind}: put all items of a scheme on 0–100, or all on 1–100.")
                { Node = item.Code };
            }
        }

        for (var node = structure.ItemCount; node < structure.Nodes.Count; node++)
        {
            Check(structure.Nodes[node].Code, structure.RuleOf(node), least);
        }

        return least;
    }

    private static void Check(string code, LevelRule rule, double least)
    {
        if (rule.Kind != AggregationKind.Arithmetic && least != 1)
        {
            throw new IndexRefusedException(
                "scale_needs_one", $"Node '{code}' is a {rule.Kind} mean on the scale 0–100, where one 0 wipes out everything: put the items on 1–100, or use the arithmetic mean.")
            { Node = code };
        }

        if (rule.Availability is not null)
        {
            throw new IndexRefusedException(
                "availability_not_in_scheme", $"Node '{code}' has an availability threshold: a scheme keeps the rule of two thirds of the weight, remove the threshold.")
            { Node = code };
        }
    }
}
