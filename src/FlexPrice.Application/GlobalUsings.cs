global using Ardalis.Specification;
