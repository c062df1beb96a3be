using System.Reflection;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Tests.Architecture;

/// <summary>
/// Which part of the product may know which: a new arrow is a reviewed line here. Read from the compiled types, so that an alias or
/// a fully qualified name is seen too.
/// </summary>
public sealed class ModuleGraphTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Database"] = ["Access", "Journal", "Search"],
        ["Journal"] = ["Access", "Database", "Shell", "Files", "Search"],
        ["Access"] = ["Database", "Journal", "Shell", "Files", "Search"],
        ["Shell"] = ["Access", "Database", "Journal", "Search"],
        ["Files"] = ["Access", "Database", "Journal", "Shell", "Jobs"],
        ["Modules.Organisations"] = ["Access", "Database", "Journal", "Shell", "Files", "Search"],
        ["Modules.Assessment"] = ["Access", "Database", "Journal", "Shell", "Files", "Jobs", "Search"],
        ["Modules.BusinessTasks"] = ["Access", "Database", "Journal", "Shell", "Files", "Search", "Modules.Organisations", "Modules.Assessment", "Modules.Evidence"],
        ["Modules.PublicService"] = ["Access", "Database", "Journal", "Shell", "Files", "Search"],
        ["Modules.Evidence"] = ["Access", "Database"],
        ["Modules.Responsibilities"] = ["Access", "Database", "Journal", "Shell", "Files", "Search", "Modules.Assessment", "Modules.BusinessTasks", "Modules.Evidence", "Modules.Organisations"],
        ["Jobs"] = ["Access", "Database", "Shell"],
        ["Search"] = ["Access", "Database", "Journal", "Shell"],
        ["Demo"] = ["Access", "Database", "Journal", "Shell", "Search", "Modules.Assessment", "Modules.BusinessTasks", "Modules.Organisations", "Modules.Responsibilities"],
    };

    [Fact]
    public void Has_no_arrow_that_is_not_listed()
    {
        var arrows = Arrows(typeof(YipanqiDb).Assembly).ToList();

        arrows.Where(a => !Allowed.TryGetValue(a.From, out var to) || !to.Contains(a.To)).Select(a => $"{a.From} → {a.To} by {a.By}").Distinct().ShouldBeEmpty();
        arrows.Count.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Has_no_cycle_among_modules()
    {
        var modules = Allowed.Where(a => a.Key.StartsWith("Modules.", StringComparison.Ordinal)).ToDictionary(a => a.Key, a => a.Value.Where(t => t.StartsWith("Modules.", StringComparison.Ordinal)).ToList());
        while (modules.FirstOrDefault(m => m.Value.Count == 0) is { Key: not null } free)
        {
            modules.Remove(free.Key);
            foreach (var other in modules.Values)
            {
                other.Remove(free.Key);
            }
        }

        modules.ShouldBeEmpty();
    }

    [Fact]
    public void Sees_an_arrow_where_there_is_one()
    {
        Arrows(typeof(YipanqiDb).Assembly).ShouldContain(a => a.From == "Database" && a.To == "Access");
        Arrows(typeof(ModuleGraphTests).Assembly).ShouldBeEmpty();
    }

    private static IEnumerable<(string From, string To, string By)> Arrows(Assembly assembly) =>
        from type in assembly.GetTypes()
        let part = PartOf(type)
        where part is not null
        from used in Used(type).SelectMany(Unwrapped)
        let other = PartOf(used)
        where other is not null && other != part
        select (part, other, type.Name);

    private static IEnumerable<Type> Used(Type type)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var members = type.GetFields(all).Select(f => f.FieldType)
            .Concat(type.GetProperties(all).Select(p => p.PropertyType))
            .Concat(type.GetConstructors(all).Cast<MethodBase>().Concat(type.GetMethods(all)).SelectMany(m => m.GetParameters().Select(p => p.ParameterType)))
            .Concat(type.GetMethods(all).Select(m => m.ReturnType))
            .Concat(type.GetMethods(all).SelectMany(m => m.GetMethodBody()?.LocalVariables.Select(l => l.LocalType) ?? []))
            .Concat(type.GetInterfaces());
        return type.BaseType is null ? members : members.Append(type.BaseType);
    }

    private static IEnumerable<Type> Unwrapped(Type type) =>
        type.HasElementType ? Unwrapped(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Unwrapped).Append(type)
        : [type];

    private static string? PartOf(Type type)
    {
        const string root = "Yipanqi.Web.";
        if (type.Namespace is not { } name || !name.StartsWith(root, StringComparison.Ordinal) || name.StartsWith(root + "Tests", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = name[root.Length..].Split('.');
        return parts[0] == "Modules" ? $"Modules.{parts[1]}" : parts[0];
    }
}
