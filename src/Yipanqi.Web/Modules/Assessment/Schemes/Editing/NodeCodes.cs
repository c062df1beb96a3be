using System.Globalization;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Codes for new nodes, and their change everywhere at once.</summary>
internal static class NodeCodes
{
    /// <summary>The next free code below a parent, in the manner of its children: A, B, … below the root, A1 and A1.1 further down.</summary>
    public static string Next(SchemeDefinition definition, string parent)
    {
        var taken = definition.Nodes.Select(n => n.Code).ToHashSet();
        return Candidates(definition, parent).First(c => !taken.Contains(c));
    }

    /// <summary>Gives a node another code, in its children, releases and weightings too.</summary>
    public static SchemeDefinition Rename(SchemeDefinition definition, string from, string to) => definition with
    {
        Nodes = [.. definition.Nodes.Select(n => n with
        {
            Code = n.Code == from ? to : n.Code,
            Parent = n.Parent == from ? to : n.Parent,
            ReleasesTo = n.ReleasesTo.Contains(from) ? [.. n.ReleasesTo.Select(r => r == from ? to : r)] : n.ReleasesTo,
        })],
        Weightings = definition.Weightings is null ? null : [.. definition.Weightings.Select(w => w with
        {
            Node = w.Node == from ? to : w.Node,
            Codes = w.Codes is null ? null : [.. w.Codes.Select(c => c == from ? to : c)],
        })],
    };

    private static IEnumerable<string> Candidates(SchemeDefinition definition, string parent)
    {
        var above = definition.Nodes.First(n => n.Code == parent).Parent;
        if (above.Length == 0)
        {
            return Enumerable.Range('A', 26).Select(c => ((char)c).ToString()).Concat(Numbers().Select(n => "N" + n));
        }

        var isDimension = definition.Nodes.Any(n => n.Code == above && n.Parent.Length == 0);
        return Numbers().Select(n => isDimension ? parent + n : $"{parent}.{n}");
    }

    private static IEnumerable<string> Numbers() => Enumerable.Range(1, SchemeCheck.MostNodes + 1).Select(n => n.ToString(CultureInfo.InvariantCulture));
}
