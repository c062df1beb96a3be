namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>The words of the field for what key tasks are and how far they are.</summary>
public static class TaskWords
{
    public static string Of(TaskImportance importance) => importance switch
    {
        TaskImportance.Critical => "特别重要",
        TaskImportance.Important => "重要",
        _ => "一般",
    };

    public static string Of(TaskState state) => state switch
    {
        TaskState.Done => "已办结",
        TaskState.Cancelled => "已取消",
        _ => "推进中",
    };

    /// <summary>The word for a text of a file or of a form; null where it is none.</summary>
    public static TaskImportance? ImportanceOf(string text) => text switch
    {
        "特别重要" or "关键" or "重大" or "3" or nameof(TaskImportance.Critical) => TaskImportance.Critical,
        "重要" or "重点" or "2" or nameof(TaskImportance.Important) => TaskImportance.Important,
        "一般" or "普通" or "1" or nameof(TaskImportance.Normal) => TaskImportance.Normal,
        _ => null,
    };
}
