namespace Yipanqi.Web.Modules.BusinessTasks.Chessboard;

/// <summary>A task as it is read for the chessboard, before its stages are looked at.</summary>
internal sealed record ChessboardRow(Guid Id, string Code, string Title, TaskImportance Importance, TaskState State, DateOnly StartDay, DateOnly DueDay, string Lead);
