using Yipanqi.Web.Database;

namespace Yipanqi.Web.Shell.Views;

/// <summary>
/// A list as one person wants to see it again: filters, order and columns under a name. The one without a name keeps the columns
/// the person chose last. Nobody else sees it.
/// </summary>
public sealed class SavedView : ITenantOwned, IVersioned
{
    public const int NameLength = 30;
    public const int ListLength = 40;
    public const int QueryLength = 1_000;
    public const int ColumnsLength = 500;

    private SavedView()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>Code of the list: units.</summary>
    public string List { get; private set; } = "";

    /// <summary>Empty for the columns chosen last.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Filters and order as a query, without a path.</summary>
    public string Query { get; private set; } = "";

    /// <summary>Keys of the shown columns, comma between; empty for those the list shows by itself.</summary>
    public string Columns { get; private set; } = "";

    /// <summary>Shown where the list is opened without filters.</summary>
    public bool IsDefault { get; private set; }

    public int Version { get; private set; }

    public static SavedView New(Guid tenantId, Guid personId, string list, string name) =>
        new() { TenantId = tenantId, Id = Guid.CreateVersion7(), PersonId = personId, List = list, Name = name };

    public void Keep(string query, string columns) => (Query, Columns) = (query, columns);

    public void MarkDefault(bool isDefault) => IsDefault = isDefault;
}
