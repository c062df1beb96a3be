using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A dimension, indicator or any other aggregate, with what stands below it: further nodes, or items.</summary>
/// <param name="State">达到三分之二 → Scored; nothing applies → DroppedOut; too little reported → Grey.</param>
/// <param name="Weight">Share in the index when nothing is missing, 0–1.</param>
/// <param name="PeerMedian">Median score of the peer group, null under 5 scores.</param>
public sealed record CardNode(
    string Code, string Name, string Track, double Weight, double? Score, NodeState State, double? Lost, double? Obstacle, double? PeerMedian,
    IReadOnlyList<CardNode> Children, IReadOnlyList<CardItem> Items);
