namespace Yipanqi.Engine.Fusion;

/// <summary>The stages that a key task passes on both tracks, in order (四同: 同谋划、同部署、同落实、同检查; some organs add 同考核).</summary>
public enum TaskStage
{
    /// <summary>谋划.</summary>
    Plan = 1,

    /// <summary>部署.</summary>
    Deploy = 2,

    /// <summary>落实.</summary>
    Implement = 3,

    /// <summary>检查.</summary>
    Inspect = 4,

    /// <summary>考核, only where an organ uses it.</summary>
    Assess = 5,
}
