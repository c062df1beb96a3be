namespace Yipanqi.Engine.Text;

/// <summary>How much a text speaks of each field, and the word that says so most.</summary>
internal sealed class FieldWeights(int fields)
{
    private readonly double[] _weights = new double[fields];
    private readonly (string? Word, double Weight)[] _strongest = new (string?, double)[fields];

    public void Add(int field, string word, double weight)
    {
        _weights[field] += weight;
        if (weight > _strongest[field].Weight)
        {
            _strongest[field] = (word, weight);
        }
    }

    /// <summary>The word that speaks of a field most; null where none does.</summary>
    public string? Strongest(int field) => _strongest[field].Word;

    /// <summary>Cosine of the two texts' weights, 0 to 1; 0 where one of them speaks of no field.</summary>
    public double Likeness(FieldWeights other)
    {
        double product = 0, own = 0, others = 0;
        for (var field = 0; field < _weights.Length; field++)
        {
            product += _weights[field] * other._weights[field];
            own += _weights[field] * _weights[field];
            others += other._weights[field] * other._weights[field];
        }

        return product > 0 ? product / Math.Sqrt(own * others) : 0;
    }

    /// <summary>The fields both texts speak of that make up at least a share of their likeness, the largest first.</summary>
    public IEnumerable<int> Shared(FieldWeights other, double leastShare)
    {
        double[] products = [.. _weights.Zip(other._weights, (own, others) => own * others)];
        var least = leastShare * products.Sum();
        return Enumerable.Range(0, products.Length).Where(field => products[field] > 0 && products[field] >= least).OrderByDescending(field => products[field]);
    }
}
