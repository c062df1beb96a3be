namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>Addresses of the pages of Party measures.</summary>
public static class MeasureLinks
{
    public const string List = "/measures";
    public const string Add = "/measures/new";
    public const string Several = "/measures/several";
    public const string Import = "/imports/measures";

    public static string Measure(Guid id) => $"/measures/{id}";

    public static string Edit(Guid id) => $"/measures/{id}/edit";

    /// <summary>Where a key task is chosen to join the measure to.</summary>
    public static string Join(Guid id) => $"/measures/{id}/join";
}
