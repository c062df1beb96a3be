using Yipanqi.Engine.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>Addresses of the pages of fusion.</summary>
public static class FusionLinks
{
    public const string Board = "/chessboard";
    public const string Wall = "/chessboard/wall";
    public const string List = "/fusion";
    public const string Check = "/fusion/check";
    public const string How = "/fusion/how";

    /// <summary>Fusion points and stages of a task.</summary>
    public static string Task(Guid taskId) => $"/tasks/{taskId}/fusion";

    public static string Stage(Guid taskId, TaskStage stage) => $"{Task(taskId)}#stage-{(int)stage}";

    public static string Point(Guid id) => $"/fusion/{id}";

    /// <summary>A file beside a stage that the fusion point recorded.</summary>
    public static string File(Guid id, Guid evidence) => $"{Point(id)}/evidence/{evidence}";

    /// <param name="measure">A Party measure of the organisation that fills the form; null for none.</param>
    /// <param name="example">Code of a shipped case that fills it; null for none.</param>
    public static string Add(Guid taskId, Guid? measure = null, string? example = null) =>
        $"/fusion/new?task={taskId}" + (measure is null ? "" : $"&measure={measure}") + (example is null ? "" : $"&case={example}");

    /// <summary>Where a stage is recorded.</summary>
    /// <param name="point">Null for the business side.</param>
    public static string Record(Guid taskId, Guid? point, TaskStage stage) => $"/tasks/{taskId}/stages?stage={(int)stage}" + (point is null ? "" : $"&point={point}");
}
