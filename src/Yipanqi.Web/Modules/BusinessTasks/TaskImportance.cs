namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>重要程度. The number is stored and is the weight a milestone counts with (E1.1).</summary>
public enum TaskImportance
{
    Normal = 1,
    Important = 2,
    Critical = 3,
}
