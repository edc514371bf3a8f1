// Ardalis.Specification has the same type and member names: to swap, change this line and add the package.
global using FlexPrice.Application.Abstractions.Specifications;
